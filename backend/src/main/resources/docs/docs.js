"use strict";
// validatorUrl would send the contract's address to somebody else's server.
window.ui = SwaggerUIBundle({
  url: "/openapi.yaml",
  dom_id: "#viewer",
  deepLinking: true,
  validatorUrl: null,
});

@NullMarked
package org.localityvoice.survey;

import org.jspecify.annotations.NullMarked;

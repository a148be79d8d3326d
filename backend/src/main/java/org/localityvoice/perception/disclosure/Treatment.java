package org.localityvoice.perception.disclosure;

/** What becomes of the figure of one group for one question. */
public enum Treatment {
  /** It is told. */
  SHOWN,
  /** Only that it is near nothing, or near everything; see {@link Band}. */
  BAND,
  /** Not told, so that a band elsewhere cannot be worked out; the base is no secret. */
  COVER,
  /** Neither figure nor base is told. */
  HIDDEN;
}

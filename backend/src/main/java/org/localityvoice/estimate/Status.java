package org.localityvoice.estimate;

/** Whether there is an estimate, and if not, the gate that stopped it. */
public enum Status {
  /** There is one. */
  OK,
  /** A category has adults but no respondent, so nobody can speak for them: merge categories. */
  UNREPRESENTED,
  /** A category has respondents but, so the margin says, no adult: the data are at fault. */
  ZERO_MARGIN,
  /** Respondents are in a category that the margins do not have. */
  UNKNOWN_CATEGORY,
  /** The margins cannot all be met by the cells that have respondents. */
  NOT_CONVERGED,
  /** Fewer than two valid answers. */
  NO_BASE,
  /** More responses than adults: not a large sample but a fault, such as a stuffed ballot box. */
  MORE_ANSWERS_THAN_ADULTS
}

/**
 * The small language of conditions and requirements in questionnaires. Pure; it knows nothing of
 * ours. Specified, with test vectors, in the contract: {@code expressions/language.md}.
 */
@NullMarked
package org.localityvoice.survey.expression;

import org.jspecify.annotations.NullMarked;

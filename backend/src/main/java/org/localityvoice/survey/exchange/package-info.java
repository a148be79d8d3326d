/**
 * Questionnaires as other tools write them: XLSForm workbooks and SurveyJS JSON. What they cannot
 * say travels in fields of our own; what we cannot say is refused, every place at once.
 */
@NullMarked
package org.localityvoice.survey.exchange;

import org.jspecify.annotations.NullMarked;

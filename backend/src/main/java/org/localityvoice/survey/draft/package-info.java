/** Questionnaires in the making: drafts, what changes with them, and publishing. */
@NullMarked
package org.localityvoice.survey.draft;

import org.jspecify.annotations.NullMarked;

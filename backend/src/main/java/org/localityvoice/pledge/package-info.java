/**
 * Our part and your part: what partners promise and residents can do in a locality. And what people
 * said, what was done, and what is not clear yet, put together from what others may tell everybody:
 * {@link org.localityvoice.pledge.Perceptions}, {@link org.localityvoice.pledge.ReportedFigures}
 * and {@link org.localityvoice.pledge.VerifiedFindings}, which whoever puts the server together
 * gives.
 */
@NullMarked
package org.localityvoice.pledge;

import org.jspecify.annotations.NullMarked;

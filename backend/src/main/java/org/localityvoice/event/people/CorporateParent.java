package org.localityvoice.event.people;

import java.time.Instant;
import org.localityvoice.identity.Signatory;

/**
 * That a council looks after a child. Its staff consent then, and carers, who may still book, do
 * not.
 *
 * @param by who of the staff says so
 */
public record CorporateParent(Signatory by, Instant since) {}

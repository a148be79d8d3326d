package org.localityvoice.event;

/**
 * What a session asks of those under 18.
 *
 * @param consentNeeded whether a guardian must agree, also where the young person has a login
 * @param tier how sure it must be that whoever agrees is a guardian
 * @param checkOut whether they are checked out to a collector when they leave
 */
public record GuardianRule(boolean consentNeeded, LinkTier tier, boolean checkOut) {}

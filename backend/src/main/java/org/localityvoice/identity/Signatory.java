package org.localityvoice.identity;

/**
 * Somebody who proposes or decides, in the role in which they do.
 *
 * @param uid to tell a second person from the first; never shown
 * @param role which is what others are told
 */
public record Signatory(String uid, String role) {}

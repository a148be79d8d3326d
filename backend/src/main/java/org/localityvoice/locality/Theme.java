package org.localityvoice.locality;

/**
 * What plans and figures are sorted by.
 *
 * @param lead id of the partner who leads it
 */
public record Theme(String id, Text name, String lead) {}

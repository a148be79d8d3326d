package org.localityvoice.locality;

/**
 * An organisation or service that works in the localities.
 *
 * @param name its proper name, the same in every language
 * @param about what it does, in one sentence
 */
public record Partner(String id, String name, Text about) {}

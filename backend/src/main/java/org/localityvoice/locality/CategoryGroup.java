package org.localityvoice.locality;

/** Categories that are shown together. */
public record CategoryGroup(String id, Text name) {}

package org.localityvoice.directory;

import org.jspecify.annotations.Nullable;

/** A number to call. */
public record Phone(String number, @Nullable String note) {}

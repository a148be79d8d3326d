package org.localityvoice.locality;

import org.jspecify.annotations.Nullable;

/**
 * Sends somebody in danger to the telephone. Only when every stop of a category was answered with
 * no may a report be made.
 *
 * @param question to be answered with yes or no
 * @param notice what to do instead after a yes
 * @param phone the number to call
 */
public record StopNotice(String id, Text question, Text notice, @Nullable String phone) {}

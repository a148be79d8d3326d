package org.localityvoice.walkabout;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When and where a walkabout begins.
 *
 * @param meetingPlace for everybody to read
 * @param shortNoticeReason why residents hear of it late; for everybody to read
 * @param plannedAt when this time was made known
 * @param noticeDays how many days before that was
 */
public record Plan(
    Instant startsAt,
    String meetingPlace,
    @Nullable String shortNoticeReason,
    Instant plannedAt,
    int noticeDays) {}

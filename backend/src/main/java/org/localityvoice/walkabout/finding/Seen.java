package org.localityvoice.walkabout.finding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.localityvoice.walkabout.Spot;
import org.localityvoice.walkabout.grading.Grade;

/**
 * What a finding is, worked out from all edits of it.
 *
 * @param element id
 * @param category of reports that it becomes; absent where it becomes none
 * @param point where it is
 * @param dueAt when it should be put right; absent where nothing is promised
 */
public record Seen(
    String element,
    Grade grade,
    @Nullable String category,
    Spot point,
    boolean hazard,
    boolean offensive,
    @Nullable Instant dueAt) {}

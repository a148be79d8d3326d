package org.localityvoice.pmf;

import java.time.Duration;

/**
 * How the push stands, for metrics.
 *
 * @param pending statements that wait for an attempt or are being sent
 * @param held statements kept back because the endpoint said that it is gone
 * @param dead statements that only a replay can move
 * @param oldestPending how long the oldest pending one has waited; zero when none waits
 */
public record StatementCounts(long pending, long held, long dead, Duration oldestPending) {}

package org.localityvoice.perception;

import org.localityvoice.perception.Release.Figures;

/**
 * What one raking of a wave gives.
 *
 * @param figures for everybody
 * @param weighed the cells with the weights that figures by group are made with, too
 */
record Figured(Figures figures, Weighed weighed) {}

/**
 * "Has it been dealt with?" as numbers: where every report stands at a date, how long people wait,
 * what those affected say. Everything follows from the reports' logs; what leaves the partnership
 * has its small numbers withheld.
 */
@NullMarked
package org.localityvoice.report.measure;

import org.jspecify.annotations.NullMarked;

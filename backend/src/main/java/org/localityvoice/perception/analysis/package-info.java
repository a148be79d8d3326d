/**
 * The estimator for analysts and auditors: responses and margins from CSV files, results as JSON or
 * CSV. Reads a file row by row and keeps counts only, so memory does not grow with the rows.
 */
@NullMarked
package org.localityvoice.perception.analysis;

import org.jspecify.annotations.NullMarked;

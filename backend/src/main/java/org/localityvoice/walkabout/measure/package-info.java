/**
 * What walkabouts say in figures: the index of each element, agreement of graders, and statements
 * of it for the performance framework. Made of what was graded, never of what was found by the way.
 */
@NullMarked
package org.localityvoice.walkabout.measure;

import org.jspecify.annotations.NullMarked;

/** Who acts for whom, what they may see of a person and why, and the trail they leave. */
@NullMarked
package it.percorsi.access;

import org.jspecify.annotations.NullMarked;

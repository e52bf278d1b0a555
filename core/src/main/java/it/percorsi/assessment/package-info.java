/** How a person stands: assessments in six areas, and what they can do. */
@NullMarked
package it.percorsi.assessment;

import org.jspecify.annotations.NullMarked;

/** The individual plan and its hours. */
@NullMarked
package it.percorsi.plan;

import org.jspecify.annotations.NullMarked;

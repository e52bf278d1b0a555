/** What an installation starts from: reference tables, a programme, the demo network. */
@NullMarked
package it.percorsi.seed;

import org.jspecify.annotations.NullMarked;

/** An invented world, replayed action by action through the same services the pages use. */
@NullMarked
package it.percorsi.demo;

import org.jspecify.annotations.NullMarked;

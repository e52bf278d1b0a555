/** What waits for somebody and by when, wherever it is written, and what nobody did in time. */
@NullMarked
package it.percorsi.reminder;

import org.jspecify.annotations.NullMarked;

/** Papers kept with a person: scans and documents, each of one section of the file. */
@NullMarked
package it.percorsi.attachment;

import org.jspecify.annotations.NullMarked;

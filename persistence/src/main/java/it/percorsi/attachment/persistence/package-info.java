@NullMarked
package it.percorsi.attachment.persistence;

import org.jspecify.annotations.NullMarked;

@NullMarked
package it.percorsi.notice.persistence;

import org.jspecify.annotations.NullMarked;

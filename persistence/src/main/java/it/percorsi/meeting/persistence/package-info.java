@NullMarked
package it.percorsi.meeting.persistence;

import org.jspecify.annotations.NullMarked;

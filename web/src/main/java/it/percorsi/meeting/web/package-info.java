@NullMarked
package it.percorsi.meeting.web;

import org.jspecify.annotations.NullMarked;

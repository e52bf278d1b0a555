@NullMarked
package it.percorsi.task.web;

import org.jspecify.annotations.NullMarked;

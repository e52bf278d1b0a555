@NullMarked
package it.percorsi.programme.web;

import org.jspecify.annotations.NullMarked;

@NullMarked
package it.percorsi.attachment.web;

import org.jspecify.annotations.NullMarked;

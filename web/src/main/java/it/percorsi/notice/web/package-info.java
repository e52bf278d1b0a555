@NullMarked
package it.percorsi.notice.web;

import org.jspecify.annotations.NullMarked;

/**
 * Analysis of surveys: figures with their number of answers, interval and method, as
 * charts, tables, sentences and files, and for programs.
 */
@NullMarked
package io.cesm.web.analysis;

import org.jspecify.annotations.NullMarked;

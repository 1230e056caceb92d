/**
 * Documents as PDF: pages A4 with header and page numbers, text, tables and charts drawn
 * as vectors. Any page can hand its parts to {@link io.cesm.web.pdf.PdfWriting}.
 */
@NullMarked
package io.cesm.web.pdf;

import org.jspecify.annotations.NullMarked;

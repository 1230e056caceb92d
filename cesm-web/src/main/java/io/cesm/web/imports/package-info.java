/**
 * The pages and the API by which files of records come in.
 */
@NullMarked
package io.cesm.web.imports;

import org.jspecify.annotations.NullMarked;

/** Tests of importing through pages and API. */
@NullMarked
package io.cesm.web.imports;

import org.jspecify.annotations.NullMarked;

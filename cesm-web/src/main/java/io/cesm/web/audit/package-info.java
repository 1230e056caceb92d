/**
 * The log of all changes, for auditors.
 */
@NullMarked
package io.cesm.web.audit;

import org.jspecify.annotations.NullMarked;

/**
 * The desk of the person who is signed in: their work and their notices.
 */
@NullMarked
package io.cesm.web.desk;

import org.jspecify.annotations.NullMarked;

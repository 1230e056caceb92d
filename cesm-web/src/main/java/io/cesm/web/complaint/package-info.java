/**
 * The pages of complaints: filing, the queue, the board, the record, grading and
 * policies.
 */
@NullMarked
package io.cesm.web.complaint;

import org.jspecify.annotations.NullMarked;

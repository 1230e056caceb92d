/**
 * Answering surveys: the respondent's page, the interviewer's, devices without network,
 * and what other systems send.
 */
@NullMarked
package io.cesm.web.answer;

import org.jspecify.annotations.NullMarked;

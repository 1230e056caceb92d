package io.cesm.satisfaction.reading;

import java.util.List;

/**
 * Somebody who wants to see every new answer. It is shown in the transaction in which it
 * stops being unread, and may be shown again.
 */
public interface AnswerReader {

    void read(List<TakenAnswer> answers);

}

package io.cesm.governance.history;

import java.util.List;
import java.util.Locale;

/** Whose turn it was in a case of another system. */
public enum PastState {

    /** It lay somewhere and nobody worked on it. */
    QUEUED,
    /** Somebody worked on it. */
    WORKING,
    /** The customer had to do something: clocks stand still. */
    CUSTOMER,
    /** It was said to be solved. */
    DONE;

    private static final List<String> DONE_WORDS = List.of("completed", "resolved", "closed", "done", "cancelled",
            "已解决", "已完成", "已关闭", "关闭", "完成");

    private static final List<String> CUSTOMER_WORDS = List.of("wait - user", "wait - customer", "waiting for customer",
            "pending customer", "等待客户", "待客户");

    private static final List<String> QUEUED_WORDS = List.of("queued", "awaiting", "unassigned", "new", "open",
            "assigned", "received", "待分配", "待处理", "已受理", "排队", "新建");

    /** What the words of another system mean; what is not known counts as work. */
    public static PastState of(String said) {
        var words = said.toLowerCase(Locale.ROOT);
        if (CUSTOMER_WORDS.stream().anyMatch(words::contains)) {
            return CUSTOMER;
        }
        if (DONE_WORDS.stream().anyMatch(words::contains)) {
            return DONE;
        }
        return QUEUED_WORDS.stream().anyMatch(words::contains) ? QUEUED : WORKING;
    }

}

package io.cesm.satisfaction.questionnaire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.UnknownThing;

/** Changes of a definition, each giving a new one. */
public final class Edits {

    private Edits() {
    }

    /** A questionnaire with one empty page. */
    public static Definition blank(List<String> languages, Words title) {
        var block = new Block("b1", Words.NONE, Words.NONE, false, null, null, List.of());
        return new Definition(languages, title, Words.NONE, Words.NONE,
                List.of(new Page("p1", Words.NONE, Words.NONE, false, null, List.of(block))));
    }

    /** An id of this sort that is not taken, such as q7. */
    public static String free(Definition it, String letter) {
        Set<String> taken = new HashSet<>();
        it.pages().forEach(page -> {
            taken.add(page.id());
            page.blocks().forEach(block -> {
                taken.add(block.id());
                block.questions().forEach(question -> taken.add(question.id()));
            });
        });
        for (int n = 1;; n++) {
            if (!taken.contains(letter + n)) {
                return letter + n;
            }
        }
    }

    public static Definition words(Definition it, List<String> languages, Words title, Words intro, Words thanks) {
        return new Definition(languages, title, intro, thanks, it.pages());
    }

    /** Puts a question behind the others of a block. */
    public static Definition add(Definition it, String block, Question question) {
        return block(it, block, one -> questions(one, with(one.questions(), one.questions().size(), question)));
    }

    public static Definition replace(Definition it, String id, Question question) {
        return block(it, home(it, id), one -> questions(one,
                one.questions().stream().map(each -> each.id().equals(id) ? question : each).toList()));
    }

    public static Definition remove(Definition it, String id) {
        return block(it, home(it, id),
                one -> questions(one, one.questions().stream().filter(each -> !each.id().equals(id)).toList()));
    }

    /** One place up or down; at the end of a block into the next one, over pages too. */
    public static Definition move(Definition it, String id, boolean up) {
        var blocks = it.pages().stream().flatMap(page -> page.blocks().stream()).toList();
        var home = blocks.stream().filter(one -> one.id().equals(home(it, id))).findFirst().orElseThrow();
        int place = ids(home).indexOf(id);
        int next = up ? place - 1 : place + 1;
        if (next >= 0 && next < home.questions().size()) {
            var order = new ArrayList<>(home.questions());
            Collections.swap(order, place, next);
            return block(it, home.id(), one -> questions(one, order));
        }
        int neighbour = blocks.indexOf(home) + (up ? -1 : 1);
        if (neighbour < 0 || neighbour >= blocks.size()) {
            return it;
        }
        return moveTo(it, id, blocks.get(neighbour).id(), up ? blocks.get(neighbour).questions().size() : 0);
    }

    /** To a place in a block, counted without the question itself. */
    public static Definition moveTo(Definition it, String id, String block, int place) {
        var question = it.question(id).orElseThrow(UnknownThing::new);
        return block(remove(it, id), block,
                one -> questions(one, with(one.questions(), Math.clamp(place, 0, one.questions().size()), question)));
    }

    public static Definition addPage(Definition it) {
        var block = new Block(free(it, "b"), Words.NONE, Words.NONE, false, null, null, List.of());
        var page = new Page(free(it, "p"), Words.NONE, Words.NONE, false, null, List.of(block));
        return pages(it, with(it.pages(), it.pages().size(), page));
    }

    /** Changes what is said on a page and when it is shown; its blocks stay. */
    public static Definition page(Definition it, String id, Words title, Words intro, boolean shuffle,
            @Nullable ShowIf show) {
        it.page(id).orElseThrow(UnknownThing::new);
        return eachPage(it,
                page -> page.id().equals(id) ? new Page(id, title, intro, shuffle, show, page.blocks()) : page);
    }

    public static Definition movePage(Definition it, String id, boolean up) {
        return pages(it, swapped(it.pages(), it.pages().indexOf(it.page(id).orElseThrow(UnknownThing::new)), up));
    }

    public static Definition removePage(Definition it, String id) {
        it.page(id).orElseThrow(UnknownThing::new);
        if (it.pages().size() == 1) {
            throw new Refusal("questionnaire.last_page");
        }
        return pages(it, it.pages().stream().filter(page -> !page.id().equals(id)).toList());
    }

    public static Definition addBlock(Definition it, String page) {
        it.page(page).orElseThrow(UnknownThing::new);
        var block = new Block(free(it, "b"), Words.NONE, Words.NONE, false, null, null, List.of());
        return eachPage(it,
                one -> one.id().equals(page) ? blocks(one, with(one.blocks(), one.blocks().size(), block)) : one);
    }

    /** Changes what is said above a block and how it is asked; its questions stay. */
    public static Definition block(Definition it, String id, Words title, Words intro, boolean shuffle,
            Block.@Nullable Repeat repeat, @Nullable ShowIf show) {
        return block(it, id, one -> new Block(id, title, intro, shuffle, repeat, show, one.questions()));
    }

    public static Definition moveBlock(Definition it, String id, boolean up) {
        return eachPage(it, page -> {
            int place = page.blocks().stream().map(Block::id).toList().indexOf(id);
            return place < 0 ? page : blocks(page, swapped(page.blocks(), place, up));
        });
    }

    public static Definition removeBlock(Definition it, String id) {
        return eachPage(it,
                page -> blocks(page, page.blocks().stream().filter(block -> !block.id().equals(id)).toList()));
    }

    private static Definition block(Definition it, String id, UnaryOperator<Block> how) {
        if (it.pages().stream().flatMap(page -> page.blocks().stream()).noneMatch(one -> one.id().equals(id))) {
            throw new UnknownThing();
        }
        return eachPage(it, page -> blocks(page,
                page.blocks().stream().map(one -> one.id().equals(id) ? how.apply(one) : one).toList()));
    }

    private static String home(Definition it, String question) {
        return it.pages()
            .stream()
            .flatMap(page -> page.blocks().stream())
            .filter(block -> ids(block).contains(question))
            .map(Block::id)
            .findFirst()
            .orElseThrow(UnknownThing::new);
    }

    private static List<String> ids(Block block) {
        return block.questions().stream().map(Question::id).toList();
    }

    private static Definition eachPage(Definition it, UnaryOperator<Page> how) {
        return pages(it, it.pages().stream().map(how).toList());
    }

    private static Definition pages(Definition it, List<Page> pages) {
        return new Definition(it.languages(), it.title(), it.intro(), it.thanks(), pages);
    }

    private static Page blocks(Page it, List<Block> blocks) {
        return new Page(it.id(), it.title(), it.intro(), it.shuffle(), it.show(), blocks);
    }

    private static Block questions(Block it, List<Question> questions) {
        return new Block(it.id(), it.title(), it.intro(), it.shuffle(), it.repeat(), it.show(), questions);
    }

    private static <T> List<T> with(List<T> all, int place, T one) {
        var more = new ArrayList<>(all);
        more.add(place, one);
        return more;
    }

    private static <T> List<T> swapped(List<T> all, int place, boolean up) {
        int other = up ? place - 1 : place + 1;
        var order = new ArrayList<>(all);
        if (other >= 0 && other < order.size()) {
            Collections.swap(order, place, other);
        }
        return order;
    }

}

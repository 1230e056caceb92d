package io.cesm.satisfaction.answer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.files.FileStore;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.satisfaction.questionnaire.Answers;
import io.cesm.satisfaction.questionnaire.Definition;
import io.cesm.satisfaction.questionnaire.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files handed in with an answer: judged and cleaned like all others, kept for the
 * invitation until the answer is complete. Anonymous surveys ask for none.
 */
@Service
@Transactional
public class AnswerUploads {

    private final FileStore store;

    private final JdbcClient jdbc;

    AnswerUploads(FileStore store, JdbcClient jdbc) {
        this.store = store;
        this.jdbc = jdbc;
    }

    /**
     * Keeps a file; returns what stands in the answer: its id and name.
     * @return null if nobody was invited, or it is not a picture where one was asked for
     */
    public @Nullable String keep(AnswerLink link, Question.File question, @Nullable String name, byte[] content) {
        var invitation = link.invitation();
        if (invitation == null || link.survey().anonymous() || link.state() != LinkState.OPEN
                || content.length > question.megabytes() * 1024L * 1024L) {
            return null;
        }
        var kept = Acting.as(Actor.customer("respondent", null),
                () -> store.put(name, content, FilesOfAnswers.BEFORE, invitation));
        if (question.picturesOnly() && !kept.mediaType().startsWith("image/")) {
            jdbc.sql("delete from stored_file where id = ?").param(kept.id().id()).update();
            return null;
        }
        return kept.id() + " " + kept.name();
    }

    /** Gives the files of an invitation to its answer. */
    void belongTo(AnswerLink link, UUID response, Answers answers) {
        var files = files(link.definition(), answers);
        if (files.isEmpty() || link.invitation() == null) {
            return;
        }
        jdbc.sql("""
                update stored_file set subject_type = ?, subject_id = ?
                 where subject_type = ? and subject_id = ? and id = any(?)""")
            .params(FilesOfAnswers.SUBJECT, response, FilesOfAnswers.BEFORE, link.invitation(),
                    files.toArray(UUID[]::new))
            .update();
    }

    /**
     * Throws away what was handed in and belongs to no answer: the invitation has ended,
     * the survey is over, or nobody has gone on for a month. What came in today stays,
     * since its answer may be on the way.
     * @return how many files
     */
    int sweep(LocalDate today, int days) {
        return jdbc.sql("""
                delete from stored_file f using survey_invitation i, survey s
                 where f.subject_type = :before and i.id = f.subject_id and s.id = i.survey_id
                   and f.stored_at < cast(:today as date) - 1
                   and (i.state in ('ANSWERED', 'DECLINED', 'EXPIRED', 'WITHDRAWN') or s.state in ('CLOSED', 'ANALYSED')
                        or s.closes_on < :today or f.stored_at < cast(:today as date) - :days)
                   and not exists (select from answer_draft d where d.invitation_id = i.id)""")
            .param("before", FilesOfAnswers.BEFORE)
            .param("today", today)
            .param("days", days)
            .update();
    }

    private static List<UUID> files(Definition definition, Answers answers) {
        var files = new ArrayList<UUID>();
        answers.values().forEach((key, values) -> {
            if (definition.question(key.split("@", 2)[0]).orElse(null) instanceof Question.File) {
                values.forEach(it -> {
                    if (it.length() > 37 && it.substring(0, 36).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
                        files.add(UUID.fromString(it.substring(0, 36)));
                    }
                });
            }
        });
        return files;
    }

}

package io.tierline.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tierline.policy.Explanation;
import io.tierline.policy.Judgement;
import io.tierline.policy.WhoseTime;
import org.jspecify.annotations.Nullable;

/** A judgement of a timeline that is not stored, and what else was asked about it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JudgementAnswer(
    @JsonUnwrapped Judgement judgement,
    @Nullable Explanation explanation,
    @Nullable WhoseTime whoseTime) {}

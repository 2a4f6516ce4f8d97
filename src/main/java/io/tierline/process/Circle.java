package io.tierline.process;

import java.util.List;

/**
 * Who besides the tier in charge may do something on a ticket now.
 *
 * @param partner the groups of those people of the agreement's holder and of the customer who may
 *     record something
 * @param partnerMay the kinds that they may record
 * @param closers the groups of all who may close; empty while no ground holds
 */
record Circle(List<String> partner, List<String> partnerMay, List<String> closers) {}

"""What may stand behind a modal: dead ends, appointments and changes, as regular expressions.

The word lists are this project's own writing; "_" stands for white space. Every expression
is a choice between fixed words after at most a few adverbs, so a match costs a few look-ups.
"""

from __future__ import annotations


def _choice(words: str) -> str:
    return "(?:" + "|".join(word.replace("_", r"\s+") for word in words.split()) + ")"


_PARTICIPLES = _choice(
    r"""been had \w+ed done gone made taken given come known seen won lost left got become begun
    thought said meant kept brought found felt fallen led put cost let told run cut hit paid sent
    struck stood"""
)
#: What undoes a modal: the past, a habit, an idiom, a bare ability.
DEAD = (
    rf"(?:\s+not|\s+well|\s+also|\s+never|\s+still)*\s+(?:have\s+{_PARTICIPLES}\b|"
    + _choice(
        r"""like_to rather often usually always or_may comment seem appear say argue prefer do_well
        do_worse as_well be_heard be_seen be_found be_felt be_read be_described be_said shed see
        hear tell score afford no do_nothing do_little do_no find_no find_little hardly barely feel
        go_on_to give_no offer_no muster ill later be_used be_made_of be_made_up be_called be_known
        mean_\W catch_up
        dock need_to_be"""
    )
    + r"\b)"
)
#: Appointments on somebody's agenda: they tell what comes, not what it leads to.
AGENDA = (
    r"(?:\s+"
    + _choice("not also now next then first again later still be_able_to soon both all")
    + r")*\s+(?:"
    + _choice(
        r"""host attend visit play meet star appear air broadcast screen present perform contest
        compete travel return sing speak premiere feature include preside tour undergo unveil
        announce discuss examine publish remember stand_as stand_for stand_in sit debut open start
        begin miss field become_the_first become_the_second become_the_third become_the_latest
        become_the_youngest become_the_oldest become_one_of remain_as remain_at remain_in remain_on
        hold serve go_on_sale go_on_show go_on_tour go_on_display go_on_trial take_place take_part
        take_on take_the take_over face_the join do_battle battle bring_you talk wear show run_from
        run_until run_in kick_off line_up reprise make_his make_her make_their make_its make_a_cameo
        make_an_appearance make_a_speech make_a_visit stop_for outline gather spend_a spend_the
        spend_\d have_surgery have_an_operation have_a_scan dock catch_up"""
    )
    + r"\b|be\s+"
    + _choice(
        """taken_to a_tribute a_screening a_concert a_ceremony auctioned unwrapped accompanied
        honou?red arranged watching examined held played shown screened broadcast hosted presented
        chosen named announced seen joined published aired performed handed awarded there asked in
        on at his her their the_first the_last the_second the_third broadcasting playing performing
        available released launched unveiled out back sentenced displayed staged read denominated
        called known televised covered featured given"""
    )
    + r"\b)"
)
_BECOMES = _choice(
    r"""affected hit required forced needed used cut lost closed banned allowed replaced reviewed
    considered made able difficult hard harder easier better worse higher lower crucial important
    necessary possible impossible likely unlikely available free more less no enough felt judged
    measured charged fined prosecuted sold built moved merged extended reduced increased raised
    scrapped abolished introduced restricted limited protected prohibited denied wiped carried good
    bad costly expensive cheaper dangerous vital key tested put given spent opened deported returned
    freed included incorporated infected killed funded exploited targeted punished helped encouraged
    integrated taken stopped treated tagged destroyed damaged under worth enforced exempt subject
    liable unable accelerated"""
)
_FACED = _choice(
    r"""competition pressure questions? challenges? a an tough further charges trial fines stiff
    serious difficult\w* problems criticism calls more"""
)
#: What a flat "will" must say to tell a consequence or a change, rather than an appointment.
CHANGE = (
    r"(?:\s+"
    + _choice(
        r"""not also now then still soon only never probably eventually ultimately almost further
        continue_to have_to need_to be_able_to help_to help try_to \w+ly"""
    )
    + r")*\s+(?:"
    + _choice(
        r"""affect allow mean lead cause help make_it make_the make_life make_a need have increase
        rise fall grow drop cut reduce cost lose gain remain continue become force require ensure
        bring see end create improve boost hit hurt threaten limit prevent protect struggle suffer
        benefit take change replace depend pay keep reach exceed double treble halve slow seek
        oppose fight review consider resign sue appeal challenge close shut build move invest sell
        buy use provide offer introduce ban scrap enable drive put_(?!in\b|on\b) turn spread recover
        weaken strengthen deliver save add expand shrink widen narrow raise lower stop block deter
        encourage discourage undermine support damage destroy eliminate extend restrict outstrip
        generate contribute dominate lift push pull shift trigger prompt spark wipe satisfy sever
        invite inherit want vote collapse fail succeed work come get apply set_up merge demand
        call_for attack veto lay_off shed retain ignore target tackle crack_down reject persuade let
        establish abolish disappear die adopt co-?ordinate agree find tolerate give do look
        intrude co-?operate accept approve proceed resume respond win beat stay leave quit step_down
        retire happen occur last survive"""
    ).replace(r"put\s+(?!in\b|on\b)", r"put\s+(?!in\b|on\b)(?=\w)\w+")
    + rf"\b|face\s+{_FACED}\b|be\s+(?:\w+\s+){{0,2}}{_BECOMES}\b)"
)

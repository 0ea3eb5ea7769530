"""Jobs run, tell their progress, stop when asked, and come back when their worker died."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.translation import get_language

from hanse.errors import EmptyFile
from hanse.workspace.accounts.rights import Role
from hanse.workspace.jobs import work, workers
from hanse.workspace.jobs.models import Job, State


@pytest.fixture
def kind():
    """Register work for one test."""
    added = []

    def register(name, function):
        work.KINDS[name] = function
        added.append(name)

    yield register
    for name in added:
        del work.KINDS[name]


def test_a_job_runs_and_gives_the_address_of_its_result(kind, otto, work_off):
    kind("t.add", lambda step, a, b: f"/sum/{a + b}/")
    job = work.start("t.add", title="Adding", owner=otto, a=1, b=2)
    assert job.state == State.QUEUED
    work_off()
    job.refresh_from_db()
    assert (job.state, job.result, job.progress, job.attempt) == (State.DONE, "/sum/3/", 1.0, 1)


def test_a_job_speaks_the_language_of_whoever_began_it(kind, otto, work_off):
    kind("t.speak", lambda step: f"/{get_language()}/")
    otto.language = "ar"
    otto.save()
    job, nobodys = work.start("t.speak", title="x", owner=otto), work.start("t.speak", title="x")
    work_off()
    assert Job.objects.get(pk=job.pk).result == "/ar/"
    assert Job.objects.get(pk=nobodys.pk).result == "/en/"


def test_unknown_work_is_refused_at_once(db):
    with pytest.raises(KeyError, match=r"nothing\.such"):
        work.start("nothing.such", title="?")


def test_a_hanse_error_fails_the_job_with_its_sentence(kind, otto, work_off):
    def refuse(step):
        raise EmptyFile("there is nothing in it", where="a.pdf", do="upload it again")

    kind("t.refuse", refuse)
    job = work.start("t.refuse", title="x", owner=otto)
    work_off()
    job.refresh_from_db()
    assert (job.state, job.problem) == (State.FAILED, "a.pdf: there is nothing in it; upload it again.")


def test_an_unforeseen_error_fails_the_job_without_showing_its_inside(kind, otto, work_off):
    def break_(step):
        raise RuntimeError("secret path")

    kind("t.break", break_)
    job = work.start("t.break", title="x", owner=otto)
    work_off()
    job.refresh_from_db()
    assert job.state == State.FAILED
    assert "secret" not in job.problem


def test_progress_is_told(kind, otto, work_off):
    seen = []

    def steps(step):
        step(0.5, "half way")
        seen.append(Job.objects.values_list("progress", "message").get(pk=step.job.pk))

    kind("t.steps", steps)
    work.start("t.steps", title="x", owner=otto)
    work_off()
    assert seen == [(0.5, "half way")]


def test_a_waiting_job_is_cancelled_at_once_and_never_runs(kind, otto, work_off, visit):
    kind("t.never", lambda step: pytest.fail("ran"))
    job = work.start("t.never", title="x", owner=otto)
    visit(otto).post(f"/jobs/{job.pk}/cancel/")
    work_off()
    job.refresh_from_db()
    assert job.state == State.CANCELLED


def test_a_running_job_stops_at_its_next_step(kind, otto, work_off):
    def asked(step):
        Job.objects.get(pk=step.job.pk).ask_to_stop()
        step(0.1, "noticing")
        pytest.fail("went on")

    kind("t.asked", asked)
    job = work.start("t.asked", title="x", owner=otto)
    work_off()
    job.refresh_from_db()
    assert (job.state, job.cancel) == (State.CANCELLED, False)


def test_what_failed_can_be_run_again(kind, otto, work_off, visit):
    turns = []

    def second_time(step):
        turns.append(1)
        if len(turns) == 1:
            raise EmptyFile("no luck")
        return "/done/"

    kind("t.second", second_time)
    job = work.start("t.second", title="x", owner=otto)
    work_off()
    visit(otto).post(f"/jobs/{job.pk}/again/")
    work_off()
    job.refresh_from_db()
    assert (job.state, job.result, job.problem) == (State.DONE, "/done/", "")


def test_whoever_lost_the_right_to_begin_a_job_cannot_run_it_again(kind, otto, work_off, visit):
    def fails(step):
        raise EmptyFile("no luck")

    kind("t.fails", fails)
    job = work.start("t.fails", title="x", owner=otto)
    work_off()
    otto.role = Role.RESEARCHER
    otto.save()
    assert visit(otto).post(f"/jobs/{job.pk}/again/").status_code == 404
    assert b"Run again" not in visit(otto).get(f"/jobs/{job.pk}/").content
    job.refresh_from_db()
    assert job.state == State.FAILED


def left_behind(kind, otto, **fields):
    """A job whose worker is gone."""
    kind("t.left", lambda step: "/done/")
    job = work.start("t.left", title="x", owner=otto)
    said = {"state": State.RUNNING, "attempt": 1, "worker": "here:1:x", "heartbeat": timezone.now(), **fields}
    Job.objects.filter(pk=job.pk).update(**said)
    return job


def test_a_job_whose_worker_was_silent_too_long_is_begun_again(kind, otto, work_off):
    job = left_behind(kind, otto, heartbeat=timezone.now() - 2 * workers.SILENT)
    work_off()
    job.refresh_from_db()
    assert (job.state, job.attempt) == (State.DONE, 2)


def test_a_job_that_beats_is_left_alone(kind, otto):
    job = left_behind(kind, otto, heartbeat=timezone.now() - timedelta(seconds=5))
    assert workers.sweep() == 0
    job.refresh_from_db()
    assert job.state == State.RUNNING


def test_a_dead_workers_lock_is_free_and_tells_so_at_once(kind, otto, home):
    (home / "workers").mkdir()
    (home / "workers" / "here-1-x").touch()
    left_behind(kind, otto)
    assert workers.sweep() == 1


def test_a_job_that_kills_its_workers_is_given_up_and_can_be_run_again(kind, otto, visit):
    job = left_behind(kind, otto, attempt=work.ATTEMPTS, heartbeat=timezone.now() - 2 * workers.SILENT)
    workers.sweep()
    job.refresh_from_db()
    assert job.state == State.FAILED
    assert "run again" in visit(otto).get(f"/jobs/{job.pk}/").content.decode().lower()


def test_a_worker_that_was_thought_dead_cannot_overwrite_the_next_ones_result(kind, otto):
    job = left_behind(kind, otto)
    ghost = work.Step(Job.objects.get(pk=job.pk))
    Job.objects.filter(pk=job.pk).update(attempt=2, worker="there:2:y")
    ghost.end(State.DONE, result="/ghost/")
    with pytest.raises(work.Lost):
        ghost(0.5, "still here")
    job.refresh_from_db()
    assert (job.state, job.result) == (State.RUNNING, "")


def test_a_worker_that_is_stopped_gives_its_job_back(kind, otto, work_off):
    turns = []

    def stopped(step):
        turns.append(1)
        if len(turns) == 1:
            work.STOPPING.set()
            try:
                step(0.5, "working")
            finally:
                work.STOPPING.clear()
        return "/done/"

    kind("t.stopped", stopped)
    job = work.start("t.stopped", title="x", owner=otto)
    work_off()
    job.refresh_from_db()
    assert (job.state, job.attempt, len(turns)) == (State.DONE, 1, 2)


def test_a_job_is_its_owners_and_the_administrators(kind, otto, ada, rosa, visit):
    kind("t.own", lambda step: "")
    job = work.start("t.own", title="Reading a secret", owner=otto)
    assert visit(otto).get(f"/jobs/{job.pk}/").status_code == 200
    assert visit(ada).get(f"/jobs/{job.pk}/state/").status_code == 200
    assert visit(rosa).get(f"/jobs/{job.pk}/").status_code == 404
    assert visit(rosa).post(f"/jobs/{job.pk}/cancel/").status_code == 404
    assert "secret" not in visit(rosa).get("/jobs/").content.decode()


def test_polling_ends_when_the_job_does(kind, otto, work_off, visit):
    kind("t.poll", lambda step: "/done/")
    job = work.start("t.poll", title="x", owner=otto)
    waiting = visit(otto).get(f"/jobs/{job.pk}/state/")
    assert waiting.status_code == 200
    assert b"hx-get" in visit(otto).get(f"/jobs/{job.pk}/").content
    work_off()
    ended = visit(otto).get(f"/jobs/{job.pk}/state/")
    assert ended.status_code == 286
    assert b"hx-get" not in visit(otto).get(f"/jobs/{job.pk}/").content

import { Board } from '../complaints/board/board.tsx'
import { messages } from '../kit/language.ts'
import { mount } from '../kit/mount.tsx'

mount(
  <>
    <h1>{messages.menu.ComplaintBoard}</h1>
    <Board />
  </>,
)

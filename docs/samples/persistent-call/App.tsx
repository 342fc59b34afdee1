// src/App.tsx
import { BrowserRouter, Link, Route, Routes, useNavigate, useParams } from 'react-router';
import { MeetingOutlet, MeetingProvider } from 'react-whereby-embed';

function Lesson() {
  const { id } = useParams();
  return (
    <MeetingOutlet room={`http://127.0.0.1:4455/${id}`} allowedHosts={['127.0.0.1:4455']} style={{ height: '80dvh' }} />
  );
}

function Pages() {
  const navigate = useNavigate();
  return (
    <MeetingProvider persist onReturn={(to) => void navigate(to)}>
      <nav>
        <Link to="/">Home</Link> <Link to="/lesson/demo">Lesson</Link>
      </nav>
      <Routes>
        <Route path="/" element={<h1>Home</h1>} />
        <Route path="/lesson/:id" element={<Lesson />} />
      </Routes>
    </MeetingProvider>
  );
}

export default function App() {
  return (
    <BrowserRouter>
      <Pages />
    </BrowserRouter>
  );
}
